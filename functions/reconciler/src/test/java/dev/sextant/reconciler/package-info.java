/** The reconciler between a desk in memory and a venue that shows, hides and refuses what the test says. */
@NullMarked
package dev.sextant.reconciler;

import org.jspecify.annotations.NullMarked;
