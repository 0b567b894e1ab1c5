package dev.sextant.infra;

import com.amazonaws.services.lambda.runtime.RequestHandler;

/** What Lambda does when it starts a function: makes the handler without arguments. */
final class HandlerMain {

    private HandlerMain() {}

    /** @param arguments the handler as Lambda is told */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Object handler = Class.forName(arguments[0]).getConstructor().newInstance();
        System.out.println(handler instanceof RequestHandler ? "started" : "no handler");
        System.exit(0);
    }
}
