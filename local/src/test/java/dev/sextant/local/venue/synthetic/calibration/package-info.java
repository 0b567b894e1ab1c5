/** What the synthetic market was calibrated on: the same numbers of recorded markets and of a generated one, side by side. */
@NullMarked
package dev.sextant.local.venue.synthetic.calibration;

import org.jspecify.annotations.NullMarked;
