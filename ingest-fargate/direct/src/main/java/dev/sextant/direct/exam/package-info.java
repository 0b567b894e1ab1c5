/** Whether a Kraken account may be traded with: asked before a start with real money, and by the doctor. Only asks. */
@NullMarked
package dev.sextant.direct.exam;

import org.jspecify.annotations.NullMarked;
