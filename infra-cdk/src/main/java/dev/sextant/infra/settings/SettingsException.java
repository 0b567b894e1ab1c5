package dev.sextant.infra.settings;

import java.util.List;

/** Something can't be deployed as set. Each line of the message names a setting, its value and what would be right. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
