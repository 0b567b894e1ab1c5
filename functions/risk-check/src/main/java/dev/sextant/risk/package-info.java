/** The risk-check function: signals become reserved intents or explained refusals; ticks sweep what lingers. */
@NullMarked
package dev.sextant.risk;

import org.jspecify.annotations.NullMarked;
