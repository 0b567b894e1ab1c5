/** Where settings come from, and what is wrong with them. */
@NullMarked
package dev.sextant.local.settings;

import org.jspecify.annotations.NullMarked;
