package dev.sextant.scorer;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.platform.lambda.RecordLoop;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lambda's entry point of signal-scorer on the {@code market} stream. */
public final class SignalScorerHandler extends MicronautRequestHandler<KinesisEvent, StreamsEventResponse> {

    @Inject
    @Named("signal-scorer")
    private RecordLoop<MarketRecord> loop;

    /** Started by Lambda; beans come from the environment. */
    public SignalScorerHandler() {}

    /** Started by the local desk with beans of its own. */
    public SignalScorerHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(KinesisEvent input) {
        return loop.handle(input);
    }
}
