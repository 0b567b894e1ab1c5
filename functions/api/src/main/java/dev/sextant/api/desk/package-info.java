/** How the desk is: its health, its strategies, and the switch that starts and stops one. */
@NullMarked
package dev.sextant.api.desk;

import org.jspecify.annotations.NullMarked;
