/** What a long-running program of the desk needs from its operating system. */
@NullMarked
package dev.sextant.platform.process;

import org.jspecify.annotations.NullMarked;
