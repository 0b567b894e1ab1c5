/** The desk's settings on one machine: flag over environment over file over default, each with its source. */
@NullMarked
package dev.sextant.local.settings;

import org.jspecify.annotations.NullMarked;
