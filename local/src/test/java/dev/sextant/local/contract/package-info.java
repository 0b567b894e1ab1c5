/**
 * What the desk relies on of the services it runs on, written once against an endpoint and run on every stand-in that
 * can be had: which those are, and what ran where, is in {@code docs/contracts.md}.
 */
@NullMarked
package dev.sextant.local.contract;

import org.jspecify.annotations.NullMarked;
