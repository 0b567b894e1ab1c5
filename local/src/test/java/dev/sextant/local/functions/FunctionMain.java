package dev.sextant.local.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * What Lambda's runtime does: makes the handler without arguments, reads the event's JSON with its own serializers,
 * calls the handler and writes the answer as JSON.
 */
final class FunctionMain {

    private FunctionMain() {}

    /** Arguments: the handler's class, the event's class, the event's JSON. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Class<?> handler = Class.forName(args[0]);
        try {
            System.out.println("answer " + answer(handler, Class.forName(args[1]), args[2]));
        } catch (RuntimeException | InvocationTargetException e) {
            // Lambda would log it and end; the test reads the innermost reason.
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            System.out.println("failed " + reason.getMessage());
        }
        System.exit(0);
    }

    private static <I> String answer(Class<?> handlerClass, Class<I> eventClass, String json)
            throws ReflectiveOperationException {
        @SuppressWarnings("unchecked") // The arguments name a handler and the event it takes.
        RequestHandler<I, Object> handler = (RequestHandler<I, Object>)
                handlerClass.getDeclaredConstructor().newInstance();
        PojoSerializer<I> events =
                LambdaEventSerializers.serializerFor(eventClass, FunctionMain.class.getClassLoader());
        Object answer = handler.handleRequest(events.fromJson(json), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JacksonFactory.getInstance().getSerializer(Object.class).toJson(answer, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
