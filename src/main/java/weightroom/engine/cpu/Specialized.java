package weightroom.engine.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Copies of one class, each compiled by the just-in-time compiler for one constant. A loop that calls the function of an
 * enum constant is compiled for whichever constants it has met; after three of them every element costs a call. A copy of
 * the class that knows its constant from the start ({@link MethodHandles#classData}) is compiled as if the function, or
 * the sizes, were written out in the source.
 */
final class Specialized {
    private static final Map<Key, Object> INSTANCES = new ConcurrentHashMap<>();

    private Specialized() {}

    private record Key(Class<?> template, Object constant) {}

    /**
     * The instance of a template for a constant; one for each pair, made at first use.
     *
     * @param template a class of this package with a constructor without arguments
     * @param type what it implements
     * @param constant its class data, equal only to constants that may share a copy
     */
    static <T> T of(Class<? extends T> template, Class<T> type, Object constant) {
        return type.cast(INSTANCES.computeIfAbsent(new Key(template, constant), Specialized::define));
    }

    private static Object define(Key key) {
        String file = key.template.getSimpleName() + ".class";
        try (InputStream stream = key.template.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the class file " + file + " is missing");
            }
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(stream.readAllBytes(), key.constant, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot specialize " + key, e);
        }
    }

    /** The constant of a copy, for its static initializer. */
    static <T> T constant(MethodHandles.Lookup copy, Class<T> type) {
        try {
            return MethodHandles.classData(copy, "_", type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
