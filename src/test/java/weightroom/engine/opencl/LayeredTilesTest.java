package weightroom.engine.opencl;

import weightroom.engine.opencl.LayeredSource.Products;

/** The layered program with the products made for graphics cards, which processors run as well, if slowly. */
class LayeredTilesTest extends LayeredProgramTest {
    @Override
    Products products() {
        return Products.TILES;
    }
}
