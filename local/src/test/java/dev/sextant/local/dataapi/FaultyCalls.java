package dev.sextant.local.dataapi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/** The real client, except that one call, given by its number, is lost on the way there or on the way back. */
final class FaultyCalls {

    /** Whether the call was executed. */
    enum When {
        BEFORE,
        AFTER
    }

    private final RdsDataClient real;
    private final int lost;
    private final When when;
    private int made;

    FaultyCalls(RdsDataClient real, int lost, When when) {
        this.real = real;
        this.lost = lost;
        this.when = when;
    }

    int made() {
        return made;
    }

    RdsDataClient client() {
        return (RdsDataClient) Proxy.newProxyInstance(
                RdsDataClient.class.getClassLoader(), new Class<?>[] {RdsDataClient.class}, this::call);
    }

    private Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        made++;
        if (made == lost && when == When.BEFORE) {
            throw SdkClientException.create("connection reset");
        }
        Object answer;
        try {
            answer = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
        if (made == lost) {
            throw SdkClientException.create("connection reset");
        }
        return answer;
    }
}
