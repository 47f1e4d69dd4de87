/** Asks a Kubernetes API server how many of a workload's pods are ready. */
@NullMarked
package dev.backonline.check.kubernetes;

import org.jspecify.annotations.NullMarked;
