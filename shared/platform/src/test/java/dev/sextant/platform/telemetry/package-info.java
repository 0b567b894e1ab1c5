/** What operators see. */
@NullMarked
package dev.sextant.platform.telemetry;

import org.jspecify.annotations.NullMarked;
