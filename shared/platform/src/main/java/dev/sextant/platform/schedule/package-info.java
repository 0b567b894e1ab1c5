/** What the desk does by the clock: one table, read by the timer on one machine and by the stacks on AWS. */
@NullMarked
package dev.sextant.platform.schedule;

import org.jspecify.annotations.NullMarked;
