package dev.sextant.reconciler;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.telemetry.Metrics;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lambda's entry point of the reconciler: EventBridge calls it each minute, operators on demand, and the {@code decisions}
 * stream with what the private stream tells. One function for both, so that there is one at a time.
 */
public final class ReconcilerHandler extends MicronautRequestHandler<Map<String, Object>, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcilerHandler.class);

    /** What EventBridge itself writes when a rule has no input of its own. */
    private static final String PLAIN_RULE = "Scheduled Event";

    private static final String JOB = "detail-type";

    @Inject
    private Reconciler reconciler;

    @Inject
    private Adopter adopter;

    @Inject
    private ListenKeyKeeper keys;

    @Inject
    private KeyWatch keyWatch;

    @Inject
    private Examiner examiner;

    @Inject
    private PrivateLoop events;

    @Inject
    private ClockJobs jobs;

    @Inject
    private ReconcileRequests requests;

    @Inject
    private Optional<DeployedDesk> deployed;

    @Inject
    private Optional<SessionKeeper> session;

    @Inject
    private Optional<SpotPass> spot;

    @Inject
    private EpochClock marketClock;

    @Inject
    private Account account;

    @Inject
    @Named(ReconcilerFactory.NAME)
    private Metrics metrics;

    /** Whether the stream told of money since the last pass: the income may have known of it later than the stream. */
    private volatile boolean moneyToldOf;

    /** Started by Lambda; beans come from the environment. */
    public ReconcilerHandler() {}

    /** Started by the local desk with beans of its own. */
    public ReconcilerHandler(ApplicationContext context) {
        super(context);
    }

    /** Handles records of the stream, or runs the job that the event names, a reconciliation when it names none. */
    @Override
    public Object execute(Map<String, Object> input) {
        if (input.containsKey(KinesisRecords.FIELD)) {
            return apply(KinesisRecords.of(input));
        }
        return run(input.get(JOB) instanceof String job ? job : PLAIN_RULE);
    }

    /** Runs a job and answers in a sentence. */
    public String run(String job) {
        if (job.equals(Schedules.RECONCILE.name()) || job.equals(PLAIN_RULE)) {
            if (moneyToldOf) {
                moneyToldOf = false;
                readCashFlows();
            }
            return reconcile();
        }
        if (job.equals(Schedules.RECONCILE_SPOT.name())) {
            return spot.map(SpotPass::run).orElse("there is no spot account");
        }
        return jobs.run(job, account, marketClock.nowMs())
                .orElseThrow(() -> new IllegalArgumentException("job '" + job + "' is not one of " + Schedules.ALL));
    }

    /**
     * Applies what the private stream told, and looks by REST at once when something of it does not fit, when money was moved,
     * or when a person has asked for a reconciliation meanwhile: a sign of life comes each five seconds, so nobody waits for the
     * minute.
     */
    public StreamsEventResponse apply(KinesisEvent event) {
        StreamsEventResponse answer = events.handle(event);
        try {
            boolean whole = answer.getBatchItemFailures().isEmpty();
            if (events.takeMoneyMoved()) {
                moneyToldOf = true;
                readCashFlows();
            }
            if (events.takeDoubt() || (whole && requests.newest(account).isPresent())) {
                reconcile();
            }
            if (whole) {
                spot.filter(SpotPass::wanted).ifPresent(SpotPass::run);
            }
        } catch (RuntimeException e) {
            // The records are applied; telling them again would not help, and the minute's pass comes anyway.
            LOG.warn("not all was looked at after the private stream's news: {}", e.getMessage());
        }
        return answer;
    }

    private void readCashFlows() {
        LOG.info("money was moved: {}", run(Schedules.CASH_FLOWS.name()));
    }

    private String reconcile() {
        OptionalLong asked = requests.newest(account);
        deployed.ifPresent(desk -> desk.openBooks(account, marketClock.nowMs()));
        keyWatch.look();
        examiner.look(account, marketClock.nowMs());
        boolean keyed = keys.keep(account, marketClock.nowMs());
        adopter.run(account, marketClock.nowMs());
        Findings findings = reconciler.run(account, marketClock.nowMs());
        asked.ifPresent(id -> requests.answer(account, id, marketClock.nowMs()));
        session.ifPresent(keeper -> keeper.looked(findings.overviewRead()));
        metrics.count("ListenKeyFailures", keyed ? 0 : 1);
        metrics.count("OrdersUnsettled", findings.unknown());
        metrics.count("Strangers", findings.strangers().size());
        metrics.count("PositionMismatches", findings.mismatches().size());
        metrics.count("BookErrors", findings.bookErrors().size());
        metrics.count("Unreadable", findings.unreadable().size());
        metrics.flush();
        return (findings.clean() ? "clean" : "NOT CLEAN") + ": " + findings.checked() + " orders checked, "
                + findings.changed() + " changed, " + findings.unknown() + " unknown, "
                + findings.strangers().size() + " external, "
                + findings.mismatches().size() + " position mismatches, "
                + findings.bookErrors().size() + " book errors, "
                + findings.unreadable().size() + " unreadable";
    }
}
