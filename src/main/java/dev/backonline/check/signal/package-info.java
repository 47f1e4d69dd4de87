/** Is told by another system's alerts: Alertmanager, Grafana, or whoever speaks CloudEvents. */
@NullMarked
package dev.backonline.check.signal;

import org.jspecify.annotations.NullMarked;
