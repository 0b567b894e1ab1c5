package dev.sextant.reconciler;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.telemetry.Metrics;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.OptionalLong;

/** Lambda's entry point of the reconciler: EventBridge calls it each minute, operators on demand. */
public final class ReconcilerHandler extends MicronautRequestHandler<ScheduledEvent, String> {

    /** What EventBridge itself writes when a rule has no input of its own. */
    private static final String PLAIN_RULE = "Scheduled Event";

    @Inject
    private Reconciler reconciler;

    @Inject
    private ClockJobs jobs;

    @Inject
    private ReconcileRequests requests;

    @Inject
    private EpochClock marketClock;

    @Inject
    private Account account;

    @Inject
    @Named(ReconcilerFactory.NAME)
    private Metrics metrics;

    /** Started by Lambda; beans come from the environment. */
    public ReconcilerHandler() {}

    /** Started by the local desk with beans of its own. */
    public ReconcilerHandler(ApplicationContext context) {
        super(context);
    }

    /** Runs the job that the event names, a reconciliation when it names none, and answers in a sentence. */
    @Override
    public String execute(ScheduledEvent input) {
        String job = input.getDetailType();
        if (job == null || job.equals(Schedules.RECONCILE.name()) || job.equals(PLAIN_RULE)) {
            return reconcile();
        }
        return jobs.run(job, account, marketClock.nowMs())
                .orElseThrow(() -> new IllegalArgumentException("job '" + job + "' is not one of " + Schedules.ALL));
    }

    private String reconcile() {
        OptionalLong asked = requests.newest(account);
        Findings findings = reconciler.run(account, marketClock.nowMs());
        asked.ifPresent(id -> requests.answer(account, id, marketClock.nowMs()));
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
