package dev.sextant.recorder;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes which operations a client asks for, on which table: what the role on AWS must allow. */
final class AskedOf implements ExecutionInterceptor {

    private final Set<String> asked = new ConcurrentSkipListSet<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        String index = context.request()
                .getValueForField("IndexName", String.class)
                .map(name -> "/" + name)
                .orElse("");
        String table = context.request()
                .getValueForField("TableName", String.class)
                .map(name -> " " + name)
                .orElse("");
        asked.add(operation + table + index);
    }

    Set<String> operations() {
        return asked;
    }
}
