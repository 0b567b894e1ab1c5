/**
 * The order-placer function: claims approved intents, sends each once, and keeps every open position protected. Its
 * decisions about exits are pure ({@link dev.sextant.placer.ExitPlanner}); the rest is the order protocol.
 */
@NullMarked
package dev.sextant.placer;

import org.jspecify.annotations.NullMarked;
