/** Faults on request: an interface asked before each answer and each frame, driven by tests and operators. */
@NullMarked
package dev.sextant.local.venue.faults;

import org.jspecify.annotations.NullMarked;
