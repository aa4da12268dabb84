"""The limits of a driver's process, as far as the system has them."""

try:
    import resource
except ImportError:  # Windows has none
    resource = None


def limit(memory, seconds):
    """Limits the address space (bytes) and the processor time of this process and of those that it starts. None leaves a core."""
    if resource is None:
        return
    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_CPU, seconds)
    if hasattr(resource, 'RLIMIT_AS'):
        lower(resource.RLIMIT_AS, memory)


def lower(kind, value):
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):  # macOS refuses some
        pass
