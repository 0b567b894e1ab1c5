/** Tests of the recorder behind the library: with fakes, and once with the library itself. */
@NullMarked
package dev.sextant.recorder;

import org.jspecify.annotations.NullMarked;
