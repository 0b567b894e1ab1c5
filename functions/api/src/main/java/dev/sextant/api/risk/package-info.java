/** What the risk rules say now: limits with how much of them is used, and whether each strategy might enter. */
@NullMarked
package dev.sextant.api.risk;

import org.jspecify.annotations.NullMarked;
