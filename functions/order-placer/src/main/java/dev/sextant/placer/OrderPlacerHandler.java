package dev.sextant.placer;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.platform.lambda.RecordLoop;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lambda's entry point of order-placer on the {@code decisions} stream. */
public final class OrderPlacerHandler extends MicronautRequestHandler<KinesisEvent, StreamsEventResponse> {

    @Inject
    @Named("order-placer")
    private RecordLoop<DecisionRecord> loop;

    /** Started by Lambda; beans come from the environment. */
    public OrderPlacerHandler() {}

    /** Started by the local desk with beans of its own. */
    public OrderPlacerHandler(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(KinesisEvent input) {
        return loop.handle(input);
    }
}
