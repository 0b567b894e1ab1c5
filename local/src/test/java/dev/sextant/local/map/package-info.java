/** Guards the map of modules. */
@NullMarked
package dev.sextant.local.map;

import org.jspecify.annotations.NullMarked;
