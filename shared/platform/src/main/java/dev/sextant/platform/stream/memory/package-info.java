/** A stream in the memory of one process, for tests and offline commands. Nothing of it survives the process. */
@NullMarked
package dev.sextant.platform.stream.memory;

import org.jspecify.annotations.NullMarked;
