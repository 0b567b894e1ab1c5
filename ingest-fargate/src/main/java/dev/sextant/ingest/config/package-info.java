/**
 * Configuration from environment variables, checked as a whole at start.
 */
@NullMarked
package dev.sextant.ingest.config;

import org.jspecify.annotations.NullMarked;
