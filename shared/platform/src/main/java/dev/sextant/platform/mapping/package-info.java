/** Which stream wakes which function, and by what rules: one table, read by the pollers on one machine and by the stacks on AWS. */
@NullMarked
package dev.sextant.platform.mapping;

import org.jspecify.annotations.NullMarked;
