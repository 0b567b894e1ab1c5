package dev.sextant.platform.process;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Ctrl-C and SIGTERM as a request to stop, while the JVM goes on. A shutdown hook would be too late: the AWS client's own
 * hook ends its native part at the same moment, and nothing could be written to the database any more. The JDK's signal
 * class has no supported name, so it is looked up.
 */
public final class StopSignals {

    private StopSignals() {}

    /**
     * Calls {@code stop} at each SIGINT and SIGTERM from now on, on a thread of its own; the JVM no longer ends by them.
     * Called by the main class of a program, once.
     *
     * @throws IllegalStateException on a Java without signals
     */
    public static void onStop(Runnable stop) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (_, call, _) -> {
                        if (call.getName().equals("handle")) {
                            stop.run();
                        }
                        return null;
                    });
            for (String name : List.of("INT", "TERM")) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java can't handle SIGINT and SIGTERM: " + e, e);
        }
    }
}
