// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.cli.Finding;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.PrometheusSource;
import dev.plimsoll.config.policy.StoreSettings;
import dev.plimsoll.config.policy.WebHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files with secrets that a configuration names: whether they can be read, and by whom. */
final class SecretFiles {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final List<Finding> findings = new ArrayList<>();

    private SecretFiles() {}

    static List<Finding> of(ControllerSettings settings) {
        SecretFiles files = new SecretFiles();
        if (settings.store() instanceof StoreSettings.Postgresql(var _, var _, var password)) {
            password.ifPresent(file -> files.secret("spec.store.passwordFile", file));
        }
        for (PrometheusSource source : settings.sources()) {
            source.bearerTokenFile()
                    .ifPresent(file -> files.secret("bearerTokenFile of " + source.name(), file));
            source.caFile().ifPresent(file -> files.readable("caFile of " + source.name(), file));
        }
        for (WebHook hook : settings.webHooks()) {
            files.secret("secretFile of a web hook", hook.secretFile());
        }
        return files.findings;
    }

    private void secret(String field, Path file) {
        if (!Files.isReadable(file) || !isOpenToOthers(file)) {
            readable(field, file);
        } else {
            findings.add(
                    Finding.problem(
                            "secrets",
                            "%s: file '%s': others may read or change it; chmod 600 it"
                                    .formatted(field, file)));
        }
    }

    private void readable(String field, Path file) {
        findings.add(
                Files.isRegularFile(file) && Files.isReadable(file)
                        ? Finding.ok("secrets", "%s: %s can be read".formatted(field, file))
                        : Finding.problem(
                                "secrets",
                                "%s: file '%s': cannot be read; check the path and its permissions"
                                        .formatted(field, file)));
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // Where there are no such permissions, there is nothing to say of them.
        }
    }
}
