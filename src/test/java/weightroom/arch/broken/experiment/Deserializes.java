package weightroom.arch.broken.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Planted for {@code ArchitectureTest}. */
class Deserializes {
    Object read(InputStream in) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(in).readObject();
    }
}
