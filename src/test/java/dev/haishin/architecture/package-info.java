/**
 * House rules as tests. Each rule says why it exists, and each is shown to fail on code written to
 * break it, in {@code fixture}.
 */
package dev.haishin.architecture;
