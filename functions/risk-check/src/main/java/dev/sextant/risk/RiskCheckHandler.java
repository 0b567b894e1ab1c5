package dev.sextant.risk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.platform.lambda.RecordLoop;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lambda's entry point of risk-check on the {@code decisions} stream. */
public final class RiskCheckHandler extends MicronautRequestHandler<KinesisEvent, StreamsEventResponse> {

    @Inject
    @Named("risk-check")
    private RecordLoop<DecisionRecord> loop;

    /** Started by Lambda; beans come from the environment. */
    public RiskCheckHandler() {}

    /** Started by the local desk with beans of its own. */
    public RiskCheckHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(KinesisEvent input) {
        return loop.handle(input);
    }
}
