/** Bad days, by name: the real adapter in front of a venue that misbehaves, the production functions and a real database behind it. */
@NullMarked
package dev.sextant.local.scenario;

import org.jspecify.annotations.NullMarked;
