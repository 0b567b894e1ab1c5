/** The protocol holds in every state, and each planted defect is found. */
@NullMarked
package dev.sextant.simulation.model;

import org.jspecify.annotations.NullMarked;
