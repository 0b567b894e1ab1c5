package dev.sextant.infra.desk;

import dev.sextant.infra.state.DatabaseRole;
import java.util.Optional;
import software.amazon.awscdk.Duration;

/** The five functions, and what is special about each. */
public enum FunctionSpec {
    /** Never cold while the market moves, so a snapshot would save nothing. */
    SIGNAL_SCORER("signal-scorer", "dev.sextant.scorer.SignalScorerHandler", DatabaseRole.SCORER, 30, false, 0),
    RISK_CHECK("risk-check", "dev.sextant.risk.RiskCheckHandler", DatabaseRole.RISK, 30, true, 0),
    /** One at a time: a request budget and a clock offset per copy would be a guess with two. */
    ORDER_PLACER("order-placer", "dev.sextant.placer.OrderPlacerHandler", DatabaseRole.PLACER, 30, true, 1),
    /** One at a time, and done before the next minute. */
    RECONCILER("reconciler", "dev.sextant.reconciler.ReconcilerHandler", DatabaseRole.RECONCILER, 55, true, 1),
    /** As many as may be: what a flood of requests can take from the others, and cost. */
    API("api", "dev.sextant.api.ApiHandler", DatabaseRole.API, 25, true, 10);

    private final String module;
    private final String handler;
    private final DatabaseRole login;
    private final int timeoutSeconds;
    private final boolean snapStart;
    private final int concurrency;

    FunctionSpec(
            String module, String handler, DatabaseRole login, int timeoutSeconds, boolean snapStart, int concurrency) {
        this.module = module;
        this.handler = handler;
        this.login = login;
        this.timeoutSeconds = timeoutSeconds;
        this.snapStart = snapStart;
        this.concurrency = concurrency;
    }

    /** Its module's name; the name of its metrics, too. */
    public String module() {
        return module;
    }

    String handler() {
        return handler;
    }

    DatabaseRole login() {
        return login;
    }

    Duration timeout() {
        return Duration.seconds(timeoutSeconds);
    }

    boolean snapStart() {
        return snapStart;
    }

    /** Reserved for it and its bound at once; empty shares what the account has. */
    Optional<Integer> reservedConcurrency() {
        return concurrency == 0 ? Optional.empty() : Optional.of(concurrency);
    }

    /** Whether it holds a key of the exchange. */
    public boolean signs() {
        return this == ORDER_PLACER || this == RECONCILER;
    }
}
