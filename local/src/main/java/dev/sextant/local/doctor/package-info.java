/** The checks that must pass before the desk trades at an exchange: asked by {@code doctor}, and again at each start. */
@NullMarked
package dev.sextant.local.doctor;

import org.jspecify.annotations.NullMarked;
