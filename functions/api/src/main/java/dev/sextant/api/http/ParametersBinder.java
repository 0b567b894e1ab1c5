package dev.sextant.api.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a controller its request's query parameters. */
@Singleton
final class ParametersBinder implements TypedRequestArgumentBinder<Parameters> {

    @Override
    public Argument<Parameters> argumentType() {
        return Argument.of(Parameters.class);
    }

    @Override
    public BindingResult<Parameters> bind(ArgumentConversionContext<Parameters> context, HttpRequest<?> request) {
        return () -> Optional.of(new Parameters(request.getParameters()));
    }
}
