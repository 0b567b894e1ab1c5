/** Trade files as users have them: Binance CSV dumps and captures of frames, packed or not. */
@NullMarked
package dev.sextant.local.trades;

import org.jspecify.annotations.NullMarked;
