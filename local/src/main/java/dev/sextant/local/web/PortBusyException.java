package dev.sextant.local.web;

/** The port belongs to another program; the message says what to do, in one line. */
public final class PortBusyException extends RuntimeException {

    PortBusyException(int port, Throwable cause) {
        super("port " + port + " on 127.0.0.1 is taken by another program; stop it or choose another port", cause);
    }
}
