/** Tests of the rolling indicators. */
@NullMarked
package dev.sextant.signals.window;

import org.jspecify.annotations.NullMarked;
