package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;

/** A decision as the desk stored it. */
record LiveDecision(long bucketStartMs, String strategyVersion, JsonNode body) {}
