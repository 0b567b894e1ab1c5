package dev.sextant.api.command;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.sextant.api.http.EventBody;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller the parts of a write, the body as the bytes that arrived. */
@Singleton
final class WriteBinder implements TypedRequestArgumentBinder<Write> {

    @Override
    public Argument<Write> argumentType() {
        return Argument.of(Write.class);
    }

    @Override
    public BindingResult<Write> bind(ArgumentConversionContext<Write> context, HttpRequest<?> request) {
        if (!(request instanceof ServletHttpRequest<?, ?> wrapped)
                || !(wrapped.getNativeRequest() instanceof APIGatewayV2HTTPEvent event)) {
            throw new IllegalStateException("a request of API Gateway was expected, got " + request.getClass());
        }
        Write write = new Write(
                request.getHeaders().get("Authorization"),
                request.getHeaders().get("Idempotency-Key"),
                request.getMethodName() + ' ' + event.getRawPath(),
                EventBody.of(event));
        return () -> Optional.of(write);
    }
}
