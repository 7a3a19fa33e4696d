/** Where the program starts: with arguments the command line, without any the window. */
@NullMarked
package weightroom;

import org.jspecify.annotations.NullMarked;
