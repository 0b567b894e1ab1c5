/**
 * Plans of several orders: a cycle through assets that begins and ends with the same one, what its legs may pay, how it is
 * given up, and the rule that says what comes next. Pure: the same rule runs in the placer, in the direct lane and in the
 * simulation.
 */
@NullMarked
package dev.sextant.domain.plan;

import org.jspecify.annotations.NullMarked;
