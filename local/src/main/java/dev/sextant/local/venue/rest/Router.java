package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the endpoint of a request, counts it, checks who calls, and lets it answer. */
final class Router {

    private static final int NOT_FOUND = 404;

    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private final RateLimits limits;
    private final Security security;

    Router(List<Endpoint> endpoints, RateLimits limits, Security security) {
        for (Endpoint endpoint : endpoints) {
            this.endpoints.put(endpoint.method() + " " + endpoint.path(), endpoint);
        }
        this.limits = limits;
        this.security = security;
    }

    /** The answer's body. */
    JsonNode answer(ApiRequest request) {
        Endpoint endpoint = endpoints.get(request.method() + " " + request.path());
        if (endpoint == null) {
            throw ApiError.of(
                    NOT_FOUND, -5000, "Path " + request.path() + ", Method " + request.method() + " is invalid");
        }
        limits.takeWeight(endpoint.weight().applyAsInt(request.params()));
        security.check(request, endpoint.need());
        switch (endpoint.pool()) {
            case GENERAL -> {}
            case ORDERS -> limits.takeOrder();
            case FUNDING -> limits.takeFunding();
            case STATISTICS -> limits.takeStatistics();
        }
        return endpoint.handler().apply(request);
    }

    /** The rate headers of an answer. */
    Map<String, String> headers(ApiRequest request) {
        Endpoint endpoint = endpoints.get(request.method() + " " + request.path());
        return limits.headers(endpoint != null && endpoint.pool() == Endpoint.Pool.ORDERS);
    }
}
