package dev.sextant.local.contract;

import java.net.URI;

/**
 * A running service.
 *
 * @param endpoint what {@code AWS_ENDPOINT_URL_…} would be set to
 * @param end ends it
 */
record Service(URI endpoint, Runnable end) {}
