/** What the desk thought: every decision, taken or not, and the signals that came of them. */
@NullMarked
package dev.sextant.api.decision;

import org.jspecify.annotations.NullMarked;
