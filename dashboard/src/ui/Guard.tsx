import { Component, type ComponentChildren } from 'preact';

/** Keeps a page that cannot draw an answer from taking the whole dashboard with it. */
export class Guard extends Component<{ children: ComponentChildren }, { broken: string | null }> {
  override state = { broken: null };

  static override getDerivedStateFromError(cause: unknown): { broken: string } {
    return { broken: cause instanceof Error ? cause.message : String(cause) };
  }

  override render() {
    if (this.state.broken === null) return this.props.children;
    return (
      <div class="empty failed" role="alert">
        <strong>This page could not be drawn</strong>
        <span>The desk's answer has a shape that the dashboard does not know: {this.state.broken}</span>
      </div>
    );
  }
}
